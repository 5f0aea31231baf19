package dev.stageproof.probes.job;

import com.google.cloud.run.v2.Container;
import com.google.cloud.run.v2.CreateJobRequest;
import com.google.cloud.run.v2.EnvVar;
import com.google.cloud.run.v2.ExecutionTemplate;
import com.google.cloud.run.v2.Job;
import com.google.cloud.run.v2.ResourceRequirements;
import com.google.cloud.run.v2.Revision;
import com.google.cloud.run.v2.TaskTemplate;
import com.google.protobuf.Duration;
import dev.stageproof.observe.JobRequest;
import java.util.Optional;

/**
 * The job as Cloud Run is asked for it.
 *
 * @param like the revision that it is to be like
 */
record JobMessage(JobRequest request, Optional<Revision> like) {
  private static final String CPU = "cpu";
  private static final String MEMORY = "memory";

  CreateJobRequest creation(String name) {
    TaskTemplate.Builder task =
        TaskTemplate.newBuilder()
            .setMaxRetries(0)
            .setTimeout(Duration.newBuilder().setSeconds(request.timeoutSeconds()));
    like.ifPresent(revision -> surround(task, revision));
    request.shape().serviceAccount().ifPresent(task::setServiceAccount);
    task.addContainers(container());
    ExecutionTemplate once =
        ExecutionTemplate.newBuilder().setTaskCount(1).setParallelism(1).setTemplate(task).build();
    return CreateJobRequest.newBuilder()
        .setParent(parent(request))
        .setJobId(name)
        .setJob(Job.newBuilder().putLabels("created-by", "stageproof").setTemplate(once))
        .build();
  }

  /** "projects/…/locations/…". */
  static String parent(JobRequest request) {
    return "projects/%s/locations/%s"
        .formatted(request.revision().project(), request.revision().region());
  }

  private static void surround(TaskTemplate.Builder task, Revision revision) {
    task.setServiceAccount(revision.getServiceAccount())
        .setExecutionEnvironment(revision.getExecutionEnvironment())
        .setEncryptionKey(revision.getEncryptionKey())
        .addAllVolumes(revision.getVolumesList());
    if (revision.hasVpcAccess()) {
      task.setVpcAccess(revision.getVpcAccess());
    }
  }

  private Container container() {
    Container.Builder container =
        Container.newBuilder()
            .setImage(request.image().toString())
            .addCommand(request.argv().get(0))
            .addAllArgs(request.argv().subList(1, request.argv().size()));
    ResourceRequirements.Builder resources = ResourceRequirements.newBuilder();
    LikeRevision.serving(like)
        .ifPresent(
            serving -> {
              serving.getEnvList().stream().filter(this::kept).forEach(container::addEnv);
              container.addAllVolumeMounts(serving.getVolumeMountsList());
              container.setWorkingDir(serving.getWorkingDir());
              resources.putAllLimits(serving.getResources().getLimitsMap());
            });
    request.directory().ifPresent(container::setWorkingDir);
    request.shape().cpu().ifPresent(cpu -> resources.putLimits(CPU, cpu));
    request.shape().memory().ifPresent(memory -> resources.putLimits(MEMORY, memory));
    request.environment().forEach((name, value) -> container.addEnv(variable(name, value)));
    return container.setResources(resources).build();
  }

  /** A variable of the revision that the request does not set itself. */
  private boolean kept(EnvVar variable) {
    return !request.environment().containsKey(variable.getName());
  }

  private static EnvVar variable(String name, String value) {
    return EnvVar.newBuilder().setName(name).setValue(value).build();
  }
}
