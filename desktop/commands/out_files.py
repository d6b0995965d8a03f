"""Files the command line writes: whole or not at all, and never over another one unasked."""

from pathlib import Path

from desktop.models.errors import NotFound, RuleBroken
from desktop.services.durable_files import put_in_place, put_over, unfinished_beside


def demand_free(target: str, *, force: bool) -> Path:
    """The path `target`, when a file may be written there; asked before the work is done.

    Raises RuleBroken("out.exists") unless forced, RuleBroken("out.is_folder") and
    NotFound("out.folder_missing").
    """
    path = Path(target)
    if path.is_dir():
        raise RuleBroken("out.is_folder", file=target)
    if not path.parent.is_dir():
        raise NotFound("out.folder_missing", file=target, folder=str(path.parent))
    if path.exists() and not force:
        raise RuleBroken("out.exists", file=target)
    return path


def write_out(target: str, content: bytes, *, force: bool) -> Path:
    """Write `content` to the file `target`, readable by its owner only, and give its path.

    Raises what `demand_free` raises, Unavailable("disk.full") or Unavailable("disk.failed").
    """
    path = demand_free(target, force=force)
    with unfinished_beside(path) as aside:
        finished = aside / path.name
        finished.touch(mode=0o600)
        finished.write_bytes(content)
        if force:
            put_over(finished, path)
            return path
        try:
            put_in_place(finished, path)
        except FileExistsError:
            raise RuleBroken("out.exists", file=target) from None
    return path
