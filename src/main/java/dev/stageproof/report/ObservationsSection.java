package dev.stageproof.report;

import dev.stageproof.model.Judgment;
import dev.stageproof.model.Remark;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.WaiverResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is worth knowing beside the verdict, contradictions first; waivers are always listed in
 * full.
 *
 * @param weight what the verdict makes of them, in one sentence
 * @param remarks one for each thing to know
 * @param waivers every waiver of the configuration
 */
public record ObservationsSection(
    String heading, String weight, List<Row> remarks, List<WaiverRow> waivers)
    implements SectionView {

  private static final Comparator<Remark> CONTRADICTIONS_FIRST =
      Comparator.<Remark, Boolean>comparing(remark -> !contradiction(remark))
          .thenComparing(Remark::kind);

  private static final Pattern NEVER = Pattern.compile("(?!)");

  /**
   * One remark; its check is linked where the text names it, else before the text.
   *
   * @param mark the mark of its kind
   * @param lead the check that it comes from, when the text does not name it
   * @param text the text up to the check's name; all of it when it does not name it
   * @param named the check that it comes from, when the text names it
   * @param rest the text after the check's name
   */
  public record Row(
      String mark, Optional<Link> lead, String text, Optional<Link> named, String rest) {}

  /**
   * One waiver.
   *
   * @param id as configured
   * @param use what became of it in this run
   * @param covers the check that it waives
   * @param reason why it was given, with its ticket
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
        weight(draft.run()),
        judgment.remarks().stream()
            .filter(remark -> !(waiversListed && remark.kind() == Remark.Kind.WAIVER))
            .sorted(CONTRADICTIONS_FIRST)
            .map(remark -> row(remark, draft))
            .toList(),
        judgment.waivers().stream().map(result -> waiver(result, draft)).toList());
  }

  private static boolean contradiction(Remark remark) {
    return remark.kind() == Remark.Kind.CONTRADICTION;
  }

  private static String weight(RunRecord run) {
    List<String> weights = new ArrayList<>();
    if (!run.judgment().waivers().isEmpty()) {
      weights.add("a waiver in use covers its check's failure");
    }
    if (run.judgment().remarks().stream().anyMatch(ObservationsSection::contradiction)) {
      weights.add("a contradiction lowers the confidence");
    }
    if (Unserved.of(run).isPresent()) {
      weights.add("a revision that users don't get can't pass");
    }
    if (weights.isEmpty()) {
      return "None of these changes the verdict.";
    }
    String all = String.join(", ", weights);
    return all.substring(0, 1).toUpperCase(Locale.ROOT)
        + all.substring(1)
        + "; nothing else here changes the verdict.";
  }

  int size() {
    return remarks.size() + waivers.size();
  }

  private static Row row(Remark remark, Draft draft) {
    String mark = draft.marks().of(remark.kind());
    String text = ForeignText.line(remark.text());
    Optional<Link> check = remark.check().map(draft::link);
    Matcher name = check.map(Link::text).map(ObservationsSection::word).orElse(NEVER).matcher(text);
    return name.find()
        ? new Row(
            mark,
            Optional.empty(),
            text.substring(0, name.start()),
            check,
            text.substring(name.end()))
        : new Row(mark, check, text, Optional.empty(), "");
  }

  /** The name between blanks, so that what is around it can be shown without it. */
  private static Pattern word(String name) {
    return Pattern.compile("(?<= )" + Pattern.quote(name) + "(?= )");
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
