"""Reads what was built and objects: links that lead nowhere, pages cut short, anything loaded from elsewhere.

This room sees only files. It does not know how they came about, so it cannot make the mistake that
made them.
"""
