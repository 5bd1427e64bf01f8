"""What an XML report can hold."""


def xml_text(text: str) -> str:
    """Return ``text`` with a question mark for each character that XML 1.0 cannot hold."""
    return "".join(
        c if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff") else "?" for c in text
    )
