package dev.stageproof.cli;

import dev.stageproof.gate.Reference;
import dev.stageproof.gate.Reference.TypeReference;
import dev.stageproof.refdoc.JsonSchemas;
import dev.stageproof.refdoc.ReferencePages;
import dev.stageproof.refdoc.TypeDoc;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The documents that are generated from the settings' records and committed below config. */
final class Documents {
  private static final String BASE = "https://stageproof.dev/schema/";

  private Documents() {}

  static List<TypeDoc> types(Reference reference) {
    return reference.types().stream()
        .map(type -> new TypeDoc(type.name(), type.title(), type.settings()))
        .toList();
  }

  static String configSchema(Reference reference) {
    return JsonSchemas.of(
        reference.configuration(), BASE + "stageproof.schema.json", "stageproof configuration");
  }

  static String recordSchema(Reference reference) {
    return JsonSchemas.ofRecord(
        reference.runRecord(), BASE + "run-record.schema.json", "stageproof run record");
  }

  /** Every generated file, by its path below the folder config. */
  static SortedMap<String, String> all(Reference reference) {
    SortedMap<String, String> files = new TreeMap<>();
    files.put("stageproof.schema.json", configSchema(reference));
    files.put("run-record.schema.json", recordSchema(reference));
    files.put("reference/README.md", ReferencePages.index(types(reference)));
    files.put(
        "reference/configuration.md", ReferencePages.configuration(reference.configuration()));
    for (TypeReference type : reference.types()) {
      String page =
          ReferencePages.page(
              type.name(), type.title(), reference.common(), type.settings(), type.example());
      files.put("reference/" + type.name() + ".md", page);
    }
    return files;
  }
}
