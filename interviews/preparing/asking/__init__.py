"""Questions that one can ask an employer, in our words.

They are a list in Python and no content file: translators see each sentence, the checker sees the list, and nothing has
to be loaded. Nobody edits them at the desk; people choose from them and write their own.
"""
