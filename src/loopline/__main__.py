"""The program's entry point, for the `loopline` script and for `python -m loopline`."""

import gc
import os
import signal
import sys


def main() -> int:
    """Run the command line and return its exit code."""
    _exit_quietly_on_interrupt()
    # A lookup ends before any garbage is worth collecting.
    gc.disable()
    try:
        # Imported here, so that Ctrl-C is handled while the modules load.
        from loopline.cli.main import run

        return run()
    finally:
        # Python collects once more at exit, except what is frozen. PyPy has no gc.freeze.
        if hasattr(gc, "freeze"):
            gc.freeze()


def _exit_quietly_on_interrupt() -> None:
    """Let Ctrl-C end the process with 130 and no traceback, whatever it is doing.

    KeyboardInterrupt cannot be relied on for that: raised while a class is created, Python 3.11
    turns it into a RuntimeError. A signal that the parent ignores, as nohup does, stays ignored.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, lambda *_: os._exit(130))


if __name__ == "__main__":
    sys.exit(main())
