package dev.stageproof.refdoc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What source files say that class files don't: their comments, and the text that a method returns.
 * The files are parsed by the JDK's own compiler, and not compiled.
 */
final class Sources {
  private final Map<String, DocCommentTree> comments = new HashMap<>();
  private final Map<String, String> returned = new HashMap<>();

  /** Reads all files at once. */
  static Sources of(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Sources sources = new Sources();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      Reader reader = sources.new Reader(DocTrees.instance(task));
      for (CompilationUnitTree unit : task.parse()) {
        reader.scan(unit, null);
      }
    }
    return sources;
  }

  /**
   * The comment of a type, without its tags, or of a method: as prose with code spans.
   *
   * @param name "package.Type", "package.Type.Nested", "package.Type.method"
   */
  Optional<String> of(String name) {
    return Optional.ofNullable(comments.get(name)).map(comment -> prose(comment.getFullBody()));
  }

  Optional<String> of(Class<?> type) {
    return of(type.getCanonicalName());
  }

  /** What a record's comment says of a component. */
  Optional<String> component(Class<?> type, String name) {
    return Optional.ofNullable(comments.get(type.getCanonicalName())).stream()
        .flatMap(comment -> comment.getBlockTags().stream())
        .filter(ParamTree.class::isInstance)
        .map(ParamTree.class::cast)
        .filter(param -> param.getName().getName().contentEquals(name))
        .map(param -> prose(param.getDescription()))
        .findFirst();
  }

  /** The text that a method returns, if it does nothing but return one. */
  Optional<String> returned(Class<?> type, String method) {
    return Optional.ofNullable(returned.get(type.getCanonicalName() + "." + method));
  }

  private static String prose(List<? extends DocTree> parts) {
    String text = parts.stream().map(Sources::prose).collect(Collectors.joining());
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String prose(DocTree part) {
    if (part instanceof TextTree text) {
      return text.getBody();
    }
    if (part instanceof LiteralTree code) {
      return "`" + code.getBody().getBody() + "`";
    }
    if (part instanceof LinkTree link) {
      return "`" + link.getReference().getSignature() + "`";
    }
    if (part instanceof StartElementTree || part instanceof EndElementTree) {
      return " ";
    }
    throw new IllegalStateException("no page can show this part of a comment yet: " + part);
  }

  /** Collects under full names. */
  private final class Reader extends TreePathScanner<Void, Void> {
    private final DocTrees trees;

    Reader(DocTrees trees) {
      this.trees = trees;
    }

    @Override
    public Void visitClass(ClassTree type, Void none) {
      keepComment(name(getCurrentPath()));
      return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
      String name = name(getCurrentPath());
      keepComment(name);
      if (method.getBody() != null
          && method.getBody().getStatements().size() == 1
          && method.getBody().getStatements().get(0) instanceof ReturnTree only
          && only.getExpression() instanceof com.sun.source.tree.LiteralTree literal) {
        returned.put(name, String.valueOf(literal.getValue()));
      }
      return super.visitMethod(method, null);
    }

    private void keepComment(String name) {
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      if (comment != null) {
        comments.put(name, comment);
      }
    }

    private String name(TreePath path) {
      if (path.getLeaf() instanceof CompilationUnitTree unit) {
        return unit.getPackageName().toString();
      }
      String outer = name(path.getParentPath());
      if (path.getLeaf() instanceof ClassTree type) {
        return outer + "." + type.getSimpleName();
      }
      return path.getLeaf() instanceof MethodTree method ? outer + "." + method.getName() : outer;
    }
  }
}
