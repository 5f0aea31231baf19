package dev.stageproof.probes.pythonsource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.probes.pythonsource.ModuleSource.Bound;
import dev.stageproof.probes.pythonsource.ModuleSource.Open;
import dev.stageproof.probes.pythonsource.ModuleSource.Served;
import dev.stageproof.probes.pythonsource.ModuleSource.Star;
import dev.stageproof.probes.pythonsource.ModuleSource.Warning;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What small sources bind; a question mark means that it is bound under a condition. */
@Timeout(20)
class ModuleSourceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # assignments
          a = b = 1                                        | a:value b:value
          a, (b, *c), [d] = x                              | a:value b:value c:value d:value
          a.b = c[0] = f(x).y = (d) = 1                    | d:value
          x: int = 1; y: str; z.w: int = 2                 | x:value
          x += 1                                           | x:value
          a = b                                            | a:value=b
          a = b.c.d                                        | a:value=b.c.d
          a = b()                                          | a:value
          f = lambda x=1, *y: x                            | f:value
          d = {lambda: 1: 2}; e = x[1:2]                   | d:value e:value
          a == 1; a <= 2; f(b=1); g(c := 3)                | c?:value
          (n := 10)                                        | n:value
          print(x and (n := 10))                           | n?:value
          [y := x for x in z]                              | y?:value
          lambda: (n := 1)                                 | ``
          a = 1; del a                                     | ``
          if x:~  del a                                    | ``
          a = 1~if x:~  del a                              | a?:value
          type Alias = int                                 | Alias:value
          type[0]: int; type = 3                           | type:value
          # imports
          import a.b.c                                     | a:import(a)
          import a.b as c, d                               | c:import(a.b) d:import(d)
          from . import a                                  | a:import(. a)
          from ...x.y import (a, b as c,)                  | a:import(...x.y a) c:import(...x.y b)
          from a import *                                  | ``
          # definitions
          def f(x, y=(z := 1)) -> int: return 1            | z?:value f:function
          async def f(): pass                              | f:function
          @a.b(c)~class A(B, c.D, metaclass=M): pass       | A:class(B c.D)
          class A[T](Generic[T], f()): x = 1; y: int       | A:class(Generic f)[x]
          class A(Enum):~ X = 1~ Y, Z = 2, 3~ def f(self):~  w = 1 | A:class(Enum)[X Y Z]
          class A:~ if x:~  y = 1                          | A:class()[]?
          def f():~ x = 1~ class B: pass~y = 2             | f:function y:value
          # flow
          if x: a = 1                                      | a?:value
          if x:~ a = 1~else:~ a = 2                        | a:value/value
          if x: a = 1~elif y: b = 2~else: a = 3            | a?:value/value b?:value
          if x:~ a = 1~else:~ raise E                      | a:value
          if TYPE_CHECKING:~ import a~else:~ b = 1         | b:value
          if not typing.TYPE_CHECKING: a = 1               | a:value
          if __name__ == '__main__': a = 1                 | ``
          if '__main__' == __name__: a = 1                 | ``
          if (m := f()): a = 1                             | m:value a?:value
          for i, j in x: a = 1                             | i?:value j?:value a?:value
          while True:~ a = 1~ break                        | a?:value
          try:~ import a~except ImportError:~ a = None     | a:import(a)/value=None
          try:~ import a~except E as e: pass               | a?:import(a)
          try: a = 1~except E: raise~else: b = 2           | a:value b:value
          try: f()~finally: a = 1                          | a:value
          with x as y, (z) as (p, q.r): a = 1              | y:value p:value a?:value
          with (open(x) as y, z as w): a = 1               | y:value w:value a:value
          with suppress(E): import a                       | a?:import(a)
          with warnings.catch_warnings(): import a         | a:import(a)
          match x:~ case [A(b=c), *d] if e: f = 1~ case {'k': v, **r}: pass | c?:value d?:value f?:value v?:value r?:value
          match = case = 1; match[0]; match(x)             | match:value case:value
          raise X~a = 1                                    | ``
          a = 1; raise X; b = 2                            | a:value
          # words and strings
          a = 'x = 1; y = 2'; b = \"""~c = 1~\"""          | a:value b:value
          a = r'\\\\'; b = 1~c = '\\'' ; d = 2             | a:value b:value c:value d:value
          a = f'{x:{y}}' f"{'{'}}}" f'{{b = 1' ; c = 1     | a:value c:value
          a = f'{f"{f'{x}'}"}'; b = 1                      | a:value b:value
          a = f'\\N{DIGIT ONE}{x!r:>{w}}'; b = 1           | a:value b:value
          a = 1 + \\~ 2; b = 3 # c = 4                     | a:value b:value
          a = [~ 1, # x = 2~ 2]~b = 1                      | a:value b:value
          a = 0xFF_FF; b = 1_0.5e-3j; c = .5; d = 1if x else 2 | a:value b:value c:value d:value
          if x:~\ta = 1~        b = 2~c = 3                | a?:value b?:value c:value
          größe = 1; ﬁn = 2                                | größe:value fin:value
          print >>f, x; a = 1                              | a:value
          """)
  void binds(String source, String expected) throws UnreadableSource {
    String text = source.replace('~', '\n');
    assertThat(shown(read(text).names())).isEqualTo(expected);
  }

  private static String shown(Map<String, Bound> names) {
    return names.entrySet().stream()
        .map(
            entry ->
                entry.getKey()
                    + (entry.getValue().certain() ? ":" : "?:")
                    + entry.getValue().ways().stream()
                        .map(ModuleSourceTest::shown)
                        .collect(Collectors.joining("/")))
        .collect(Collectors.joining(" "));
  }

  private static String shown(Binding binding) {
    if (binding instanceof Binding.OfImport one) {
      return "import(" + one.module() + one.name().map(name -> " " + name).orElse("") + ")";
    }
    if (binding instanceof Binding.OfClass one) {
      String members =
          one.members().isEmpty() && one.complete()
              ? ""
              : "[" + String.join(" ", one.members()) + "]";
      return "class(" + String.join(" ", one.bases()) + ")" + members + (one.complete() ? "" : "?");
    }
    return binding instanceof Binding.OfValue one
        ? "value" + one.value().map(value -> "=" + value).orElse("")
        : "function";
  }

  @Test
  void stars() throws UnreadableSource {
    assertThat(
            read("from .a import *\nif x:\n  from b import *\nif TYPE_CHECKING:\n  from c import *")
                .stars())
        .containsExactly(new Star(".a", 1, true), new Star("b", 3, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          __all__ = ['a', "b"]                              | [a, b]
          __all__ = ('a' 'b', 'c',) + ['d']                 | [ab, c, d]
          __all__ = 'a', 'b'                                | [a, b]
          __all__: list[str] = ['a']                        | [a]
          __all__ = ['a']; __all__ += ['b']; __all__.extend(('c',)); __all__.append('d') | [a, b, c, d]
          __all__ = ['a'] + x.__all__                       | [] and more
          __all__ = ['a']; __all__ += x                     | [a] and more
          __all__ = ['a']; __all__.remove('a')              | [a] and more
          __all__ = ['a']; __all__ = ['b']                  | [b]
          if x: __all__ = ['a']                             | [a] and more
          class A: __all__ = ['a']                          | none
          """)
  void exports(String source, String expected) throws UnreadableSource {
    String actual =
        read(source)
            .exports()
            .map(all -> all.names() + (all.complete() ? "" : " and more"))
            .orElse("none");
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void warnings() throws UnreadableSource {
    ModuleSource module =
        read(
            """
            import warnings
            warnings.warn("a is " "old", DeprecationWarning, stacklevel=2)
            warnings.warn(message=("b\\x21"), category=acme.OldDeprecationWarning)
            warn(DeprecationWarning("c"))
            if x: warnings.warn(f"d {x}", DeprecationWarning)
            warnings.warn("e")
            logger.warn("no warning")
            def f(): warnings.warn("not when it is loaded", DeprecationWarning)
            """);

    assertThat(module.warnings())
        .containsExactly(
            new Warning(Optional.of("a is old"), "DeprecationWarning", 2, true, List.of()),
            new Warning(Optional.of("b!"), "OldDeprecationWarning", 3, true, List.of()),
            new Warning(Optional.of("c"), "DeprecationWarning", 4, true, List.of()),
            new Warning(Optional.empty(), "DeprecationWarning", 5, false, List.of()),
            new Warning(Optional.of("e"), "UserWarning", 6, true, List.of()));
  }

  @Test
  void namesThatGetattrServes() throws UnreadableSource {
    ModuleSource module =
        read(
            """
            def __getattr__(name):
                if name == "Old":
                    warnings.warn("Old is New", DeprecationWarning)
                    return New
                elif name in ("A", "B"):
                    return make(name)
                if "C" == name:
                    raise AttributeError("C is gone")
                if name in table:
                    warnings.warn("some", DeprecationWarning)
                    return table[name]
                raise AttributeError(name)
            """);

    assertThat(module.served())
        .containsExactly(
            new Served("Old", Optional.of("New"), 4),
            new Served("A", Optional.empty(), 6),
            new Served("B", Optional.empty(), 6));
    assertThat(module.warnings())
        .containsExactly(
            new Warning(Optional.of("Old is New"), "DeprecationWarning", 3, true, List.of("Old")),
            new Warning(Optional.of("some"), "DeprecationWarning", 10, false, List.of()));
  }

  @Test
  void whatMayBindAnyName() throws UnreadableSource {
    ModuleSource module =
        read(
            """
            globals()["a"] = 1
            exec("b = 1")
            vars()["c"] = 1
            setattr(sys.modules[__name__], "d", 1)
            IntEnum._convert_("E", __name__, None)
            f"{(g := 1)}"
            def later():
                global h, i
                sys.modules[__name__] = 1
            obj.exec("x"); vars(obj); getattr(sys.modules, "x")
            class A: locals()["x"] = 1
            if TYPE_CHECKING: exec("y")
            """);

    assertThat(module.open())
        .containsExactly(
            new Open("globals(…)", 1),
            new Open("exec(…)", 2),
            new Open("vars(…)", 3),
            new Open("setattr(…)", 4),
            new Open("sys.modules[__name__]", 4),
            new Open("_convert_(…)", 5),
            new Open("a formatted string that assigns", 6),
            new Open("sys.modules[__name__]", 9));
    assertThat(module.declared()).containsExactlyInAnyOrder("h", "i");
  }

  @Test
  void modulesThatAlwaysRaise() throws UnreadableSource {
    assertThat(read("'''gone'''\nraise ImportError('moved')").raises())
        .contains(new Open("ImportError", 2));
    assertThat(read("if x:\n  raise A\nelse:\n  raise B").raises())
        .contains(new Open("an exception on every way", 1));
    assertThat(read("if x:\n  raise A").raises()).isEmpty();
  }

  @Test
  void encodings() throws UnreadableSource {
    byte[] marked = "\uFEFFä = 1".getBytes(StandardCharsets.UTF_8);
    byte[] latin =
        "#!/usr/bin/python\n# -*- coding: latin-1 -*-\nä = 1".getBytes(StandardCharsets.ISO_8859_1);
    byte[] cyrillic = "# vim: set fileencoding=koi8-r :\nд = 1".getBytes(Charset.forName("KOI8-R"));
    byte[] tooLate = "x = 1\n# coding: latin-1\nä = 1".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(ModuleSource.read(marked).names()).containsOnlyKeys("ä");
    assertThat(ModuleSource.read(latin).names()).containsOnlyKeys("ä");
    assertThat(ModuleSource.read(cyrillic).names()).containsOnlyKeys("д");
    assertThatThrownBy(() -> ModuleSource.read(tooLate)).hasMessage("it is not UTF-8 text");
    assertThatThrownBy(() -> read("# coding: klingon\nx = 1"))
        .hasMessage("its encoding is not known: klingon");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          x = 'abc~                    | line 1: a string without an end
          x = 1~y = \"""abc            | line 2: a string without an end
          x = f'{a                     | line 1: a string without an end
          x = f'{a:{b}~'               | line 1: a string without an end
          x = (1,~~                    | line 1: a bracket is never closed
          x = (1]                      | line 1: a closing bracket that matches no opening one
          x = 1)                       | line 1: a closing bracket that matches no opening one
          x = a ? b                    | line 1: a character that Python does not know here
          x = a \\ b                   | line 1: a backslash within a line
          if x:~y = 1                  | line 1: a block without statements
          def f():~y = 1               | line 1: a block without statements
          if x:~    y = 1~  z = 2      | line 3: an indentation that fits no block
          x = 1~  y = 2                | line 2: an indentation too many
          if x~  y = 1                 | line 1: a block without a colon
          class :                      | line 1: a definition without a name
          from import x                | line 1: an import that can't be read
          match x:~ a = 1              | line 2: a statement between the cases of a match
          x = '\0'                     | it holds a null character
          """)
  void refusesWhatPythonRefuses(String source, String message) {
    assertThatThrownBy(() -> read(source.replace('~', '\n')))
        .isInstanceOf(UnreadableSource.class)
        .hasMessage(message);
  }

  @Test
  void hostileSourcesEndSoon() throws UnreadableSource {
    assertThatThrownBy(() -> read("(".repeat(100_000)))
        .hasMessage("line 1: more than 200 brackets in each other");
    assertThatThrownBy(() -> read("f'{".repeat(100_000)))
        .hasMessageMatching("line 1: more than 100 strings in each other");
    assertThatThrownBy(() -> read("#" + "x".repeat(5 << 20))).hasMessage("it is larger than 4 MiB");
    StringBuilder nested = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      nested.append(" ".repeat(i)).append("if x:\n");
    }
    assertThatThrownBy(() -> read(nested.toString()))
        .hasMessage("line 101: more than 100 blocks in each other");
    ModuleSource data = read("data = [" + "1,".repeat(150_000) + "]\nx = 1");
    assertThat(data.names()).containsOnlyKeys("data", "x");
    assertThat(data.open()).containsExactly(new Open("a statement too long to be read", 1));
    assertThat(read("a = 1;".repeat(100_000)).names()).containsKey("a");
    assertThat(read("if x:\n  a = 1\n".repeat(50_000)).names().get("a").ways()).hasSize(8);
    assertThat(read("x = '" + "\\\\".repeat(1 << 20) + "'").names()).containsOnlyKeys("x");
    assertThat(read("x = (" + "lambda: ".repeat(50_000) + "1)").names()).containsOnlyKeys("x");
    assertThat(read("if x: pass\n" + "elif y: a = 1\n".repeat(50_000)).names()).hasSize(1);
  }

  private static ModuleSource read(String source) throws UnreadableSource {
    return ModuleSource.read(source.getBytes(StandardCharsets.UTF_8));
  }
}
