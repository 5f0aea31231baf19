package dev.stageproof.formats.intoto;

import dev.stageproof.model.RunRecord;
import dev.stageproof.shape.JsonTrees;
import dev.stageproof.spi.NothingToSayException;
import dev.stageproof.spi.RenderOptions;
import dev.stageproof.spi.ReportFormat;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A statement with a test-result predicate, unsigned: the subject is the image by its digest.
 *
 * <p>A policy that reads nothing else must never take a run for better than its verdict:
 *
 * <ul>
 *   <li>FAIL and INCONCLUSIVE are both FAILED, for the predicate knows nothing between;
 *   <li>PASS is WARNED when there is a warned test, else PASSED;
 *   <li>a check that could not be settled or was cut off is a failed test; an advisory finding, a
 *       waived failure, what was let through without data and a pass on repetition are warned ones;
 *       a check that was not run is in no list, for it did neither.
 * </ul>
 *
 * @see <a
 *     href="https://github.com/in-toto/attestation/blob/main/spec/predicates/test-result.md">the
 *     predicate</a>
 */
public final class InTotoFormat implements ReportFormat {
  private static final String STATEMENT = "https://in-toto.io/Statement/v1";
  private static final String PREDICATE = "https://in-toto.io/attestation/test-result/v0.1";

  @Override
  public String kind() {
    return "in-toto";
  }

  @Override
  public String extension() {
    return "intoto.json";
  }

  @Override
  public String description() {
    return "An unsigned in-toto test-result statement about the image, by its digest.";
  }

  @Override
  public void render(RunRecord record, RenderOptions options, Appendable out) throws IOException {
    Map<String, Object> statement = new TreeMap<>();
    statement.put("_type", STATEMENT);
    statement.put("subject", List.of(subject(record).tree()));
    statement.put("predicateType", PREDICATE);
    statement.put("predicate", TestResult.of(record));
    out.append(JsonTrees.printed(statement));
  }

  private static Resource subject(RunRecord run) throws NothingToSayException {
    return Resource.image(run)
        .orElseThrow(
            () ->
                new NothingToSayException(
                    "no digest of the image is known, so there is nothing to attest; deploy the"
                        + " image by its digest (IMAGE@sha256:…), or let the run see it"));
  }
}
