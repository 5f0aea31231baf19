package dev.stageproof.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MissingVariablesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "Missing environment variables: POSTGRES_HOST, POSTGRES_PASSWORD | POSTGRES_HOST"
            + " POSTGRES_PASSWORD",
        "missing required environment variables: POSTGRES_HOST, POSTGRES_USER and POSTGRES_DB."
            + " | POSTGRES_HOST POSTGRES_USER POSTGRES_DB",
        "Missing required env vars [POSTGRES_HOST; POSTGRES_PASSWORD] | POSTGRES_HOST"
            + " POSTGRES_PASSWORD",
        "ValueError: missing: POSTGRES_HOST | POSTGRES_HOST",
        "Required environment variable 'JWT_SECRET_KEY' not found | JWT_SECRET_KEY",
        "no secret JWT_SECRET_KEY | JWT_SECRET_KEY",
        "KeyError: 'JWT_SECRET_KEY' | JWT_SECRET_KEY",
        "POSTGRES_HOST and POSTGRES_PASSWORD are not set | POSTGRES_HOST POSTGRES_PASSWORD",
        "RuntimeError: POSTGRES_HOST, POSTGRES_PASSWORD, and POSTGRES_DB must be set"
            + " | POSTGRES_HOST POSTGRES_PASSWORD POSTGRES_DB",
        "`JWT_SECRET_KEY` is required | JWT_SECRET_KEY",
        "environment variable JWT_SECRET_KEY is missing | JWT_SECRET_KEY",
        "process.env.JWT_SECRET_KEY is not defined | JWT_SECRET_KEY",
        "OPENAI_API_KEY environment variable has not been set | OPENAI_API_KEY",
        "LLM manager unavailable: neither OPENAI_API_KEY nor ANTHROPIC_API_KEY is set"
            + " | OPENAI_API_KEY ANTHROPIC_API_KEY",
        "Health check failed: not configured (POSTGRES_HOST is not set) | POSTGRES_HOST",
        "OAUTH2_CLIENT_ID isn't set | OAUTH2_CLIENT_ID",
      })
  void aNameThatTheLineCallsMissing(String line, String names) {
    assertThat(String.join(" ", MissingVariables.in(line))).isEqualTo(names);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PERMISSION_DENIED: missing required permission",
        "INVALID_ARGUMENT: name is required",
        "connection to POSTGRES_HOST refused after 8 s",
        "Missing POSTGRES_* environment variables",
        "missing header AUTHORIZATION",
        "Missing PORT",
        "neither OPENAI_API_KEY nor ANTHROPIC_API_KEY was refused",
        "POSTGRES_HOST is set; the password is missing",
        "the operation requires ROLE_ADMIN",
        "missing table user_DATA_ROWS",
        "required dependency SQL_ALCHEMY failed to load",
        "ERROR_NOT_SET happened",
        "",
      })
  void anyOtherNameIsNone(String line) {
    assertThat(MissingVariables.in(line)).isEmpty();
  }
}
