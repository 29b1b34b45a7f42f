"""How long a reading takes, for laws on how its cost grows."""

import gc
import time
from collections.abc import Callable


def seconds(read: Callable[[], object]) -> float:
    """Return the processor time of a reading, without collecting what other tests have left."""
    gc.disable()
    try:
        begin = time.process_time()
        read()
        return time.process_time() - begin
    finally:
        gc.enable()
