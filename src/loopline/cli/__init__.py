"""The command line: the only part of loopline that knows Typer, and the only one that prints."""
