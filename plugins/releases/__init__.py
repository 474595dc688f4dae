"""Releases of the site: made whole beside the one online, switched in by one rename, and kept for a while.

A release is a folder of files that visitors see through a link. It is made beside the one that is online, and becomes
the site in one step; whatever stops a publish before that leaves the old site as it was.
"""
