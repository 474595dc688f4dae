"""The press's own ideas, one by one."""
