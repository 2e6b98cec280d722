"""Templates compiled ahead: compiling them is most of what a first view takes in the browser."""

import pkgutil

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class BundledBytecode(BytecodeCache):
    """Finds in the browser bundle what the build compiled there; elsewhere there is none, and Jinja2 compiles."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket where the bundle has bytecode of this very source, made by this very Python."""
        try:
            data = pkgutil.get_data(__package__, f"templates/{bucket.key}.bytecode")
        except FileNotFoundError:
            return
        if data is not None:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep nothing: the bundle is read only."""
