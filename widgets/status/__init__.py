"""The status screen: everything the console stands on, and whether it is well."""
