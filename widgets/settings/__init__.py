"""The settings page: every setting, what it is for, where its value comes from, and the way to another one."""
