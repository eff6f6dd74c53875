"""Where the plant says which calls there are: rules, categories, roster, messages and station labels."""
