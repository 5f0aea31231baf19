package dev.stageproof.report;

import dev.stageproof.model.Judgment;
import dev.stageproof.model.Remark;
import dev.stageproof.model.WaiverResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What does not change the verdict and is worth knowing; waivers are always listed in full. */
public record ObservationsSection(String heading, List<Row> remarks, List<WaiverRow> waivers)
    implements SectionView {

  /** One remark. */
  public record Row(String mark, Optional<Link> check, String text) {}

  /**
   * One waiver.
   *
   * @param use what became of it in this run
   * @param until its last day and its owner
   */
  public record WaiverRow(String id, String use, Link covers, String reason, String until) {}

  @Override
  public String template() {
    return "observations";
  }

  static ObservationsSection of(String heading, Draft draft) {
    Judgment judgment = draft.run().judgment();
    boolean waiversListed = !judgment.waivers().isEmpty();
    return new ObservationsSection(
        heading,
        judgment.remarks().stream()
            .filter(remark -> !(waiversListed && remark.kind() == Remark.Kind.WAIVER))
            .sorted(Comparator.comparing(Remark::kind))
            .map(remark -> row(remark, draft))
            .toList(),
        judgment.waivers().stream().map(result -> waiver(result, draft)).toList());
  }

  int size() {
    return remarks.size() + waivers.size();
  }

  private static Row row(Remark remark, Draft draft) {
    return new Row(
        Marks.of(remark.kind()), remark.check().map(draft::link), ForeignText.line(remark.text()));
  }

  private static WaiverRow waiver(WaiverResult result, Draft draft) {
    var waiver = result.waiver();
    String ticket = waiver.ticket().map(name -> " (" + name + ")").orElse("");
    return new WaiverRow(
        ForeignText.line(waiver.id()),
        switch (result.use()) {
          case USED -> "used";
          case UNUSED -> "unused: the check did not fail";
          case EXPIRED -> "expired: it no longer covers";
        },
        draft.link(waiver.check()),
        ForeignText.line(waiver.reason() + ticket),
        ForeignText.line(waiver.expires() + ", " + waiver.owner()));
  }
}
