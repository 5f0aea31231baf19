package dev.stageproof.gate;

import dev.stageproof.spi.Permission;
import dev.stageproof.spi.TargetSettings;
import dev.stageproof.spi.TargetType;
import java.util.List;
import java.util.Optional;

/** Says how an account gets the access that it lacks. */
final class Grants {
  private final Optional<TargetType<?>> type;
  private final Optional<TargetSettings> target;
  private Optional<String> member = Optional.empty();

  Grants(Optional<TargetType<?>> type, Setup setup) {
    this.type = type;
    this.target = setup.target();
  }

  /** From now on commands name this account. */
  void to(Optional<String> account) {
    member = account;
  }

  /** The command, and what to put into it; empty without a target. */
  List<String> of(Permission missing) {
    if (type.isEmpty() || target.isEmpty()) {
      return List.of();
    }
    String command = type.get().grant(target.get(), missing, member.orElse(Planning.MEMBER));
    return member.isPresent()
        ? List.of(command)
        : List.of(
            command,
            Planning.MEMBER
                + " is the account that runs stageproof: user:NAME@DOMAIN or"
                + " serviceAccount:NAME@PROJECT.iam.gserviceaccount.com");
  }
}
