package dev.stageproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.MonitoredResource;
import com.google.logging.type.HttpRequest;
import com.google.logging.type.LogSeverity;
import com.google.logging.v2.LogEntry;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.util.JsonFormat;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the Logging query language, each with filters that a wrong rule would get wrong. */
class FilterEvaluatorTest {

  /** A request-log entry: no payload. */
  private static final LogEntry REQUEST =
      LogEntry.newBuilder()
          .setLogName("projects/netra-staging/logs/run.googleapis.com%2Frequests")
          .setResource(
              MonitoredResource.newBuilder()
                  .setType("cloud_run_revision")
                  .putLabels("service_name", "backend")
                  .putLabels("revision_name", "backend-00640-wob"))
          .putLabels("run.googleapis.com/execution_name", "job-1")
          .putLabels("Team", "Platform")
          .setSeverity(LogSeverity.ERROR)
          .setTimestamp(Times.timestamp(Instant.parse("2025-09-15T08:30:00.5Z")))
          .setReceiveTimestamp(Times.timestamp(Instant.parse("2025-09-15T08:30:02Z")))
          .setInsertId("abc-1")
          .setTrace("projects/netra-staging/traces/0af7651916cd43dd8448eb211c80319c")
          .setSpanId("b7ad6b7169203331")
          .setHttpRequest(
              HttpRequest.newBuilder()
                  .setRequestMethod("GET")
                  .setRequestUrl("https://backend.run.app/health?deep=1")
                  .setStatus(503)
                  .setResponseSize(84)
                  .setUserAgent("stageproof/0.1.0")
                  .setLatency(Times.duration(Duration.ofMillis(8030))))
          .build();

  /** A line with JSON payload: no HTTP request, no labels. */
  private static final LogEntry LINE =
      LogEntry.newBuilder()
          .setLogName("projects/netra-staging/logs/run.googleapis.com%2Fstdout")
          .setResource(MonitoredResource.newBuilder().setType("cloud_run_revision"))
          .setSeverity(LogSeverity.WARNING)
          .setTimestamp(Times.timestamp(Instant.parse("2025-09-15T08:30:00Z")))
          .setInsertId("abc-2")
          .setJsonPayload(
              json(
                  "{'message':'Café Naïve: line \\\"a\\\" 42%','user':{'id':'U7','age':42.5},"
                      + "'ok':true,'none':null,'tags':['red','blue'],'endTime':'5',"
                      + "'rows':[{'n':1},{'n':2}],'a.b':'dotted'}"))
          .build();

  /** A plain line. */
  private static final LogEntry TEXT =
      LogEntry.newBuilder()
          .setLogName("projects/netra-staging/logs/run.googleapis.com%2Fstderr")
          .setTextPayload("C:\\temp\tfull and empty")
          .build();

  private static Struct json(String text) {
    Struct.Builder struct = Struct.newBuilder();
    try {
      JsonFormat.parser().merge(text.replace('\'', '"'), struct);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(e);
    }
    return struct.build();
  }

  private static boolean holds(String filter, LogEntry entry) {
    return FilterEvaluator.compile(filter).test(entry);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  \n -- only a comment",
        "resource.type=\"cloud_run_revision\"",
        "resource.type = cloud_run_revision",
        "resource.labels.revision_name=\"backend-00640-wob\"",
        "resource.labels.service_name=(\"other\" OR \"backend\")",
        "labels.\"run.googleapis.com/execution_name\"=job-1",
        "labels.Team=platform",
        "logName=\"projects/netra-staging/logs/run.googleapis.com%2Frequests\"",
        "log_id(\"run.googleapis.com/requests\")",
        "insertId=\"ABC-1\"",
        "trace:0af7651916cd43dd",
        "spanId=\"b7ad6b7169203331\"",
        "traceSampled=false",
        "severity=ERROR",
        "severity=error",
        "severity=500",
        "severity>=WARNING",
        "severity>\"NOTICE\"",
        "severity<CRITICAL",
        "severity!=INFO",
        "severity=(ERROR OR CRITICAL)",
        "timestamp>=\"2025-09-15T08:30:00.5Z\"",
        "timestamp<\"2025-09-15T08:30:00.500001Z\"",
        "timestamp>\"2025-09-15\"",
        "timestamp<\"2025-09-15T10:31:00+02:00\"",
        "receiveTimestamp>\"2025-09-15T08:30:01Z\"",
        "httpRequest.status=503",
        "httpRequest.status>=500 httpRequest.status<600",
        "httpRequest.status:503",
        "httpRequest.requestMethod=get",
        "httpRequest.requestUrl:\"/HEALTH\"",
        "httpRequest.requestUrl=~\"/health\\\\?deep=\\\\d$\"",
        "httpRequest.userAgent=~\"^stageproof/\"",
        "NOT httpRequest.userAgent:curl",
        "httpRequest.responseSize>80",
        "httpRequest.latency>\"8s\"",
        "httpRequest.latency<=\"8030ms\"",
        "httpRequest.latency>1.5s",
        "httpRequest.referer=\"\"",
        "httpRequest:*",
        "httpRequest.status:*",
        "labels:*",
        "labels.Team:*",
        "NOT textPayload:*",
        "NOT jsonPayload:*",
        "NOT httpRequest.referer:*",
        "\"STAGEPROOF/0\"",
        "backend.run.app",
        "stageproof",
        "-\"nowhere\"",
        "-severity=INFO -severity=DEBUG",
      })
  void holdsForTheRequest(String filter) {
    assertThat(holds(filter, REQUEST)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resource.type=\"cloud_run_job\"",
        "resource.type!=\"cloud_run_revision\"",
        "resource.labels.revision_name=\"backend-00640\"",
        "labels.team=Platform",
        "log_id(\"run.googleapis.com/stdout\")",
        "log_id(\"run.googleapis.com%2Frequests\")",
        "severity<ERROR",
        "severity>ERROR",
        "timestamp<\"2025-09-15T08:30:00.5Z\"",
        "timestamp>\"2025-09-15T10:31:00+02:00\"",
        "httpRequest.status!=503",
        "httpRequest.status<500",
        "httpRequest.requestUrl=~\"/HEALTH\"",
        "httpRequest.userAgent!~\"^stageproof/\"",
        "httpRequest.latency>\"9s\"",
        "NOT httpRequest:*",
        "labels.nothing:*",
        "\"nowhere\"",
        "-stageproof",
        "stageproof nowhere",
        "resource.type=cloud_run_revision AND severity=INFO",
      })
  void failsForTheRequest(String filter) {
    assertThat(holds(filter, REQUEST)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jsonPayload.message:\"café\"",
        "jsonPayload.message:\"CAFÉ NAÏVE\"",
        "jsonPayload.message=\"CAFÉ naïve: line \\\"A\\\" 42%\"",
        "jsonPayload.message=~\"(?i)^café\"",
        "jsonPayload.message=~(\"^nothing\" OR \"42%$\")",
        "jsonPayload.message!~\"^line\"",
        "jsonPayload.user.id=u7",
        "jsonPayload.user.age=42.5",
        "jsonPayload.user.age>42",
        "jsonPayload.user.age>-5",
        "jsonPayload.ok=true",
        "jsonPayload.ok!=false",
        "jsonPayload.none=NULL_VALUE",
        "jsonPayload.message!=NULL_VALUE",
        "jsonPayload.tags=blue",
        "jsonPayload.tags:(red AND blue)",
        "jsonPayload.rows.n=2",
        "jsonPayload.endTime=5",
        "jsonPayload.\"a.b\"=dotted",
        "jsonPayload:naïve",
        "jsonPayload.user:u7",
        "jsonPayload.user:*",
        "jsonPayload.none:*",
        "NOT jsonPayload.missing=\"x\"",
        "NOT jsonPayload.missing!=\"x\"",
        "NOT labels.missing!~\"x\"",
        "NOT jsonPayload.missing:*",
        "httpRequest.status=0",
        "httpRequest.status!=503",
        "httpRequest.requestUrl=\"\"",
        "trace=\"\"",
        "NOT trace:*",
        "spanId!=\"x\"",
        "\"blue\"",
        "\"stdout\"",
        "warning",
      })
  void holdsForTheLine(String filter) {
    assertThat(holds(filter, LINE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jsonPayload.message:\"cafe\"",
        "jsonPayload.message=\"café\"",
        "jsonPayload.message=~\"^Naïve\"",
        "jsonPayload.MESSAGE:*",
        "jsonPayload.endtime=5",
        "jsonPayload.user.age<42",
        "jsonPayload.user.id>=u8",
        "jsonPayload.user.age=~\"42\"",
        "jsonPayload.tags=green",
        "jsonPayload.tags:(red AND green)",
        "jsonPayload.tags:(NOT red)",
        "jsonPayload.message=NULL_VALUE",
        "jsonPayload.none=\"NULL_VALUE\"",
        "jsonPayload.a.b=dotted",
        "jsonPayload.missing=\"x\"",
        "jsonPayload.missing!=\"x\"",
        "jsonPayload.missing!~\"x\"",
        "jsonPayload.missing=~\".*\"",
        "jsonPayload.missing:*",
        "labels.missing!=\"x\"",
        "labels.missing!~\"x\"",
        "resource.labels.service_name!=\"x\"",
        "textPayload!=\"x\"",
        "httpRequest.status=503",
        "httpRequest:*",
        "endTime",
      })
  void failsForTheLine(String filter) {
    assertThat(holds(filter, LINE)).isFalse();
  }

  @Test
  void notBindsCloserThanOrAndOrCloserThanAnd() {
    String yes = "insertId=abc-1";
    String no = "insertId=zzz";
    assertThat(holds(yes + " OR " + yes + " AND " + no, REQUEST)).isFalse();
    assertThat(holds(no + " AND " + yes + " OR " + yes, REQUEST)).isFalse();
    assertThat(holds(yes + " OR (" + yes + " AND " + no + ")", REQUEST)).isTrue();
    assertThat(holds("NOT " + yes + " OR " + yes, REQUEST)).isTrue();
    assertThat(holds("NOT (" + yes + " OR " + yes + ")", REQUEST)).isFalse();
    assertThat(holds(yes + " OR " + yes + "\n" + no, REQUEST)).isFalse();
    assertThat(holds("-" + no + " " + yes, REQUEST)).isTrue();
  }

  @Test
  void operatorsInLowerCaseAreSearchTerms() {
    assertThat(holds("full and empty", TEXT)).isTrue();
    assertThat(holds("full or nowhere", TEXT)).isFalse();
    assertThat(holds("full not", TEXT)).isFalse();
    assertThat(holds("full OR nowhere", TEXT)).isTrue();
  }

  @Test
  void escapesAreReadInQuotedStrings() {
    assertThat(holds("textPayload:\"C:\\\\temp\\tfull\"", TEXT)).isTrue();
    assertThat(holds("textPayload=~\"^C:\\\\\\\\temp\\\\s\"", TEXT)).isTrue();
    assertThat(holds("textPayload:\"\\x66\\u0075ll\"", TEXT)).isTrue();
    assertThat(holds("textPayload:\"\\\"full\\\"\"", TEXT)).isFalse();
  }

  @Test
  void commentsReachToTheEndOfTheirLine() {
    assertThat(holds("full -- AND nowhere\nAND empty", TEXT)).isTrue();
    assertThat(holds("full -- harmless\nAND nowhere", TEXT)).isFalse();
    assertThat(holds("\"-- no comment\"", TEXT)).isFalse();
  }

  @Test
  void compatibleFormsOfUnicodeAreEqual() {
    assertThat(holds("textPayload:\"ｆｕｌｌ\"", TEXT)).isTrue();
  }
}
