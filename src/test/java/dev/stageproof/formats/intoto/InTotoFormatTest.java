package dev.stageproof.formats.intoto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import dev.stageproof.formats.json.JsonFormat;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Verdict;
import dev.stageproof.report.Goldens;
import dev.stageproof.report.SampleRuns;
import dev.stageproof.shape.Digests;
import dev.stageproof.shape.Rewrite;
import dev.stageproof.spi.NothingToSayException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
