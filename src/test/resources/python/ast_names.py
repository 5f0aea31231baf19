"""Tells what Python's own parser says which names a module can bind when it is imported.

Reads one path a line from standard input; writes one line of JSON for each:
{"names": [...], "stars": [...]} or {"error": "..."}.
"""
import ast
import json
import sys
import warnings


def never(test):
    text = ast.unparse(test)
    return text in ("TYPE_CHECKING", "typing.TYPE_CHECKING", "t.TYPE_CHECKING", "MYPY", "False", "0",
                    "__name__ == '__main__'", "'__main__' == __name__")


class Scope(ast.NodeVisitor):
    """The names that one statement stores in the module, without those of blocks inside it."""

    def __init__(self):
        self.names = set()
        self.stars = []

    def visit_Name(self, node):
        if isinstance(node.ctx, ast.Store):
            self.names.add(node.id)

    def visit_Lambda(self, node):
        for default in node.args.defaults + [d for d in node.args.kw_defaults if d]:
            self.visit(default)

    def comprehension(self, node):
        stored = {n.id for g in node.generators for n in ast.walk(g.target) if isinstance(n, ast.Name)}
        inner = Scope()
        inner.generic_visit(node)
        walrus = {n.target.id for n in ast.walk(node) if isinstance(n, ast.NamedExpr)}
        self.names |= {n for n in inner.names if n not in stored or n in walrus}

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = comprehension

    def visit_AnnAssign(self, node):
        if node.value is not None:
            self.generic_visit(node)

    def visit_Import(self, node):
        for alias in node.names:
            self.names.add(alias.asname or alias.name.split(".")[0])

    def visit_ImportFrom(self, node):
        for alias in node.names:
            if alias.name == "*":
                self.stars.append("." * node.level + (node.module or ""))
            else:
                self.names.add(alias.asname or alias.name)

    def visit_MatchAs(self, node):
        if node.name:
            self.names.add(node.name)
        self.generic_visit(node)

    def visit_MatchStar(self, node):
        if node.name:
            self.names.add(node.name)

    def visit_MatchMapping(self, node):
        if node.rest:
            self.names.add(node.rest)
        self.generic_visit(node)


class Reader:
    def __init__(self):
        self.stars = []

    def head(self, *nodes):
        scope = Scope()
        for node in nodes:
            if node is not None:
                scope.visit(node)
        self.stars += scope.stars
        return scope.names

    def block(self, body):
        names = set()
        for statement in body:
            more, ended = self.statement(statement)
            names |= more
            if ended:
                return names, True
        return names, False

    def one_of(self, branches):
        going = [names for names, ended in branches if not ended]
        return set().union(*going), not going

    def statement(self, node):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            defaults = node.args.defaults + node.args.kw_defaults
            return self.head(*node.decorator_list, *defaults) | {node.name}, False
        if isinstance(node, ast.ClassDef):
            body = self.block(node.body)
            if body[1]:
                return self.head(*node.decorator_list, *node.bases), True
            return self.head(*node.decorator_list, *node.bases) | {node.name}, False
        if isinstance(node, ast.Raise):
            return self.head(node), True
        if isinstance(node, ast.If):
            return self.condition(node)
        if isinstance(node, (ast.For, ast.AsyncFor, ast.While)):
            parts = [node.target, node.iter] if hasattr(node, "iter") else [node.test]
            names = self.head(*parts)
            return names | self.block(node.body)[0] | self.block(node.orelse)[0], False
        if isinstance(node, (ast.With, ast.AsyncWith)):
            return self.head(*node.items) | self.block(node.body)[0], False
        if isinstance(node, ast.Match):
            names = self.head(node.subject)
            for case in node.cases:
                names |= self.head(case.pattern, case.guard) | self.block(case.body)[0]
            return names, False
        if isinstance(node, (ast.Try, getattr(ast, "TryStar", ast.Try))):
            return self.attempt(node)
        return self.head(node), False

    def condition(self, node):
        names = self.head(node.test)
        if never(node.test):
            stars = len(self.stars)
            self.block(node.body)
            del self.stars[stars:]
            other = self.block(node.orelse)
            return names | other[0], other[1]
        both, ended = self.one_of([self.block(node.body), self.block(node.orelse)])
        return names | both, ended

    def attempt(self, node):
        body, ended = self.block(node.body)
        ways = []
        for handler in node.handlers:
            names, stops = self.block(handler.body)
            ways.append(((body | names) - {handler.name}, stops))
        other, other_ended = self.block(node.orelse)
        names, stops = self.one_of([(body | other, ended or other_ended)] + ways)
        last, last_ended = self.block(node.finalbody)
        return (names if stops else names | last), stops or last_ended


def read(path):
    with open(path, "rb") as file:
        source = file.read()
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return {"error": str(error)}
    reader = Reader()
    names, _ = reader.block(tree.body)
    deleted = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Del)}
    return {"names": sorted(names - deleted), "deleted": sorted(deleted), "stars": reader.stars}


warnings.simplefilter("ignore")
for line in sys.stdin:
    print(json.dumps(read(line.rstrip("\n"))))
