"""Imports what it is told to and tells what it found: the program of the python-import check.

Takes one argument, {"path": [...], "imports": [{"module", "name", "sameAs": {"module", "name"}}],
"absent": [{"module", "name"}]}; "sameAs" may be left out.
Standard output gets one line that marks the result and one line of JSON; with a second argument,
"base64", numbered lines of it that survive a log instead. Whatever the imported modules print goes
to standard error. Needs Python 3.6; older ones get as far as telling so.
"""
import sys

if sys.path and sys.path[0] == "":
    del sys.path[0]  # the working directory counts only when it is asked for

import base64
import json
import os

MARK = "--- stageproof python-import ---"
PART = 20000
LONGEST = 500
MOST_WARNINGS = 20
NEWEST_TOO_OLD = (3, 5)
HERE = os.getcwd()


def numbered(text):
    """Lines that a log neither cuts nor takes apart, whatever order it gives them back in."""
    code = base64.b64encode(text.encode("ascii")).decode("ascii")
    parts = [code[at:at + PART] for at in range(0, len(code), PART)]
    total = len(parts)
    return "".join("%s %d/%d %s\n" % (MARK, i + 1, total, part) for i, part in enumerate(parts))


def emit(out, answer):
    text = json.dumps(answer)
    whole = numbered(text) if sys.argv[2:] == ["base64"] else MARK + "\n" + text + "\n"
    data = whole.encode("ascii")
    while data:
        data = data[os.write(out, data):]


result = os.dup(1)
os.dup2(2, 1)
version = "%d.%d.%d" % sys.version_info[:3]
if sys.version_info[:2] <= NEWEST_TOO_OLD:
    emit(result, {"python": version, "tooOld": True})
    sys.exit(0)

import difflib
import enum
import importlib
import importlib.util
import inspect
import pkgutil
import traceback
import warnings


def cut(text):
    line = " ".join(str(text).split())
    return line if len(line) <= LONGEST else line[:LONGEST] + " [cut]"


def place(path):
    """The path from here when it is below, else the whole path; always with slashes."""
    if not isinstance(path, str):
        return None
    whole = os.path.join(HERE, path)
    below = whole.startswith(HERE.rstrip(os.sep) + os.sep)
    return (os.path.relpath(whole, HERE) if below else path).replace(os.sep, "/")


class Recorder:
    """Keeps warnings, each with the modules that were being loaded when it came.

    A module warns when it is loaded, which happens once; who imports it later is told as well.
    """

    def __init__(self):
        self.kept = []

    def __call__(self, message, category, filename, lineno, file=None, line=None):
        loading, frame = set(), sys._getframe()
        while frame:
            if frame.f_code.co_name == "<module>":
                loading.add(frame.f_globals.get("__name__"))
            frame = frame.f_back
        deprecation = issubclass(category, DeprecationWarning)
        warned = {"category": category.__name__, "message": cut(message), "deprecation": deprecation}
        self.kept.append((loading, warned))

    def about(self, module, since):
        parts = module.split(".")
        names = {".".join(parts[: i + 1]) for i in range(len(parts))}
        found = []
        for number, (loading, warned) in enumerate(self.kept):
            if (number >= since or loading & names) and warned not in found:
                found.append(warned)
        return found[:MOST_WARNINGS]


recorder = Recorder()


def identity(found):
    """The real name of an object, its kind, and the file that defines it."""
    if inspect.ismodule(found):
        return found.__name__, "module", getattr(found, "__file__", None)
    home, own = getattr(found, "__module__", None), getattr(found, "__qualname__", None)
    if not isinstance(home, str) or not isinstance(own, str):
        return None, "instance of " + type(found).__name__, None
    kind = "class" if inspect.isclass(found) else "function" if callable(found) else "object"
    return home + "." + own, kind, getattr(sys.modules.get(home), "__file__", None)


def origin(error):
    """The line of a file that raised the error; none for the import statement itself."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if not f[0].startswith("<")]
    own = [f for f in frames if os.path.dirname(f[0]) != os.path.dirname(importlib.__file__)]
    return "%s:%d" % (place(own[-1][0]), own[-1][1]) if own else None


def gone(module, name, error):
    """True when the error says that just this does not exist, and not something it needs."""
    if name is None:
        return isinstance(error, ModuleNotFoundError) and error.name == module
    home = sys.modules.get(module)
    if home is None or not isinstance(error, ImportError) or name in vars(home):
        return False
    return not hasattr(home, "__path__") or importlib.util.find_spec(module + "." + name) is None


def nearest(missing, name):
    """Existing names most like a missing one, beside where it was looked for."""
    parent, _, last = (missing if name is None else missing + "." + name).rpartition(".")
    home = sys.modules.get(parent)
    if parent and home is None:
        return []
    folders = getattr(home, "__path__", []) if parent else None
    names = {found[1] for found in pkgutil.iter_modules(folders)} - {last}
    names |= set(dir(home)) if name is not None else set()
    prefix = parent + "." if parent else ""
    return [prefix + found for found in difflib.get_close_matches(last, sorted(names))]


def take(module, name):
    found = importlib.import_module(module)
    if name is None:
        return found
    scope = {"__name__": "stageproof"}
    exec("from %s import %s as found" % (module, name), scope)
    return scope["found"]


def members(found):
    return list(found.__members__) if isinstance(found, enum.EnumMeta) else None


def attempt(module, name=None, same=None):
    answer = dict.fromkeys(["qualifiedName", "kind", "file", "error", "message", "origin"])
    answer.update(dict.fromkeys(["callable", "members", "same"]))
    answer.update(imported=False, gone=False, nearest=[])
    since = len(recorder.kept)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = recorder
        try:
            found = take(module, name)
            qualified, kind, file = identity(found)
            answer.update(callable=callable(found), members=members(found))
            answer.update(imported=True, qualifiedName=qualified, kind=kind, file=place(file))
        except BaseException as error:
            answer.update(error=type(error).__name__, message=cut(error), origin=origin(error))
            answer["gone"] = gone(module, name, error)
            if isinstance(error, ModuleNotFoundError) and error.name:
                answer["nearest"] = nearest(error.name, None)
            elif name is not None and isinstance(error, ImportError):
                answer["nearest"] = nearest(module, name)
    answer["warnings"] = recorder.about(module, since)
    if same and answer["imported"]:
        answer["same"] = compared(found, same["module"], same["name"])
    return answer


def compared(found, module, name):
    """Another import, and whether it gives this very object."""
    other = attempt(module, name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        identical = other["imported"] and take(module, name) is found
    return {"other": other, "identical": identical}


def absence(module, name):
    control = module if name is not None else module.rpartition(".")[0]
    proof = attempt(control) if control else None
    return {"control": proof, "target": attempt(module, name)}


asked = json.loads(sys.argv[1])
missing = [path for path in asked["path"] if not os.path.exists(path)]
sys.path[0:0] = [os.path.abspath(path) for path in asked["path"]]
answers = {"python": version, "tooOld": False, "missingPath": missing, "imports": [], "absent": []}
if not missing:
    answers["imports"] = [
        attempt(each["module"], each["name"], each.get("sameAs")) for each in asked["imports"]
    ]
    answers["absent"] = [absence(each["module"], each["name"]) for each in asked["absent"]]
emit(result, answers)
sys.stderr.flush()
os._exit(0)  # threads and exit handlers of the imported modules have no say any more
