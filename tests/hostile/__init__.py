"""What an editor, a phone, a paste or an attacker may put into ``content/``, and what must come of it."""
