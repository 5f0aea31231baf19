package dev.stageproof.probes.classfiles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Writes class files and jars. */
public final class Jars {

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  public Jars with(String entry, byte[] bytes) {
    entries.put(entry, bytes);
    return this;
  }

  /** A class at the place where it belongs, below a root. */
  public Jars withClass(String root, String name) {
    return with(root + name.replace('.', '/') + ".class", classFile(name));
  }

  public byte[] bytes() {
    return bytes(ZipEntry.DEFLATED);
  }

  /** A manifest with further lines: {@code Multi-Release: true}. */
  public Jars withManifest(String... lines) {
    String text = "Manifest-Version: 1.0\r\n" + String.join("\r\n", lines) + "\r\n\r\n";
    return with("META-INF/MANIFEST.MF", text.getBytes(StandardCharsets.UTF_8));
  }

  /** As Spring Boot keeps nested jars: not packed. */
  public byte[] stored() {
    return bytes(ZipEntry.STORED);
  }

  private byte[] bytes(int method) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (var each : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setMethod(method);
        entry.setSize(each.getValue().length);
        CRC32 crc = new CRC32();
        crc.update(each.getValue());
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(each.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] classFile(String name) {
    return classFile(name, "java.lang.Object");
  }

  /** A class with a constructor, {@code run} twice, {@code stop}, and what a compiler adds. */
  public static byte[] classFile(String name, String superName, String... interfaces) {
    ClassWriter writer = new ClassWriter(0);
    String[] internal = new String[interfaces.length];
    for (int i = 0; i < interfaces.length; i++) {
      internal[i] = internal(interfaces[i]);
    }
    int kind = Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT;
    writer.visit(Opcodes.V17, kind, internal(name), null, internal(superName), internal);
    writer.visitAnnotation("Ljava/lang/Deprecated;", true).visitEnd();
    writer.visitAnnotation("Lcom/acme/Outer$Kept;", false).visitEnd();
    for (String method : new String[] {"<init>", "run", "stop"}) {
      writer.visitMethod(kind, method, "()V", null, null).visitEnd();
    }
    writer.visitMethod(kind, "run", "(I)V", null, null).visitEnd();
    int synthetic = kind | Opcodes.ACC_SYNTHETIC;
    writer.visitMethod(synthetic, "lambda$run$0", "()V", null, null).visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static String internal(String name) {
    return name.replace('.', '/');
  }
}
