package dev.stageproof.probes.classfiles;

import dev.stageproof.observe.ClassFilesObservation.Declared;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What a class file says about its class. Leaves out what only the compiler added. */
final class ClassFile extends ClassVisitor {

  private static final int NAMES_ONLY =
      ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;

  /** A class file that was read. */
  record Read(String className, Declared declared) {}

  private String name = "";
  private String superName = "";
  private final List<String> interfaces = new ArrayList<>();
  private final Set<String> methods = new LinkedHashSet<>();
  private final Set<String> annotations = new LinkedHashSet<>();

  private ClassFile() {
    super(Opcodes.ASM9);
  }

  /**
   * Reads a class file.
   *
   * @throws RuntimeException of whatever kind when the bytes are no class file that ASM can read;
   *     it promises none in particular
   */
  static Read read(byte[] bytes) {
    ClassFile file = new ClassFile();
    new ClassReader(bytes).accept(file, NAMES_ONLY);
    return new Read(
        file.name,
        new Declared(
            file.superName,
            List.copyOf(file.interfaces),
            List.copyOf(file.methods),
            List.copyOf(file.annotations)));
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String parent, String[] parents) {
    this.name = dotted(name);
    this.superName = parent == null ? "" : dotted(parent);
    for (String each : parents == null ? new String[0] : parents) {
      interfaces.add(dotted(each));
    }
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    annotations.add(Type.getType(descriptor).getClassName());
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    boolean written = (access & Opcodes.ACC_SYNTHETIC) == 0 && !name.startsWith("<");
    if (written) {
      methods.add(
          Stream.of(Type.getArgumentTypes(descriptor))
              .map(Type::getClassName)
              .collect(Collectors.joining(",", name + "(", ")")));
    }
    return null;
  }

  private static String dotted(String internal) {
    return internal.replace('/', '.');
  }
}
