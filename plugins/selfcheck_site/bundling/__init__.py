"""What Node and Pyodide do in the build, and what the browser gets of it."""
