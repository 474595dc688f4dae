"""Sends an edition to each of its readers through a relay, once, and keeps a ledger of who has it.

Exactly once cannot be had over SMTP (RFC 1047). What is promised is that nobody gets an issue twice, and that nobody is
lost without our saying so. Addresses stay in one folder outside the site, and are in nothing that is printed or raised.
"""
