"""The program's entry point, for the `loopline` script and for `python -m loopline`."""

# The part of `signal` in C: loading the other takes enum and time, in which Ctrl-C would strike.
import _signal  # type: ignore[import-not-found]
import gc
import os
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
    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
        _signal.signal(_signal.SIGINT, lambda *_: os._exit(130))


if __name__ == "__main__":
    sys.exit(main())
