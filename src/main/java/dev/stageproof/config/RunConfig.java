package dev.stageproof.config;

import dev.stageproof.model.Claim;
import dev.stageproof.model.Doc;
import dev.stageproof.model.ReportSettings;
import dev.stageproof.model.Subject;
import dev.stageproof.model.Waiver;
import dev.stageproof.spi.Check;
import dev.stageproof.spi.ProbeSettings;
import dev.stageproof.spi.TargetSettings;
import java.util.List;
import java.util.Optional;

/** A whole configuration, free of problems. */
@Doc("What to validate, how, and what the report shall say.")
public record RunConfig(
    @Doc(value = "The version of this format; always 1.", example = "1") int version,
    @Doc("What the deployment is about.") Subject subject,
    @Doc("The deployment under test; without it only checks that need none can be settled.")
        Optional<TargetSettings> target,
    @Doc("The stretch of time that log searches cover.") WindowSettings window,
    @Doc(
            value =
                "What to compare with: `previous` is the revision before the one under test; a"
                    + " revision; or the record of an earlier run, a file that ends in `.json`,"
                    + " seen from the configuration's folder. `--baseline` goes over it.",
            example = "previous")
        Optional<String> baseline,
    @Doc(value = "The questions to ask.", required = true) List<Check<?>> checks,
    @Doc("The sentences that the report makes, each bound to checks.") List<Claim> claims,
    @Doc("Permissions to pass despite a finding.") List<Waiver> waivers,
    @Doc(
            value = "Sentences for the report that no check backs; shown as not verified.",
            example = "[\"The mobile app was tried by hand.\"]")
        List<String> notes,
    @Doc("How the report is laid out.") ReportSettings report,
    @Doc("How Google Cloud is reached.") ProbeSettings gcp,
    @Doc(
            value = "Names of environment variables whose values are redacted in every output.",
            example = "[API_TOKEN]")
        List<String> secrets,
    @Doc("Limits of the run as a whole.") RunSettings run) {

  public RunConfig {
    checks = List.copyOf(checks);
    claims = List.copyOf(claims);
    waivers = List.copyOf(waivers);
    notes = List.copyOf(notes);
    secrets = List.copyOf(secrets);
  }
}
