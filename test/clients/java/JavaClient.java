import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.ClientStatusException;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.camunda.zeebe.client.api.response.DeploymentEvent;
import io.camunda.zeebe.client.api.response.PartitionInfo;
import io.camunda.zeebe.client.api.response.Process;
import io.camunda.zeebe.client.api.response.ProcessInstanceEvent;
import io.camunda.zeebe.client.api.worker.JobWorker;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Talks to a gateway through Zeebe's Java client and prints a line for each step: `step TAB what was seen`. A line
 * `? incident KEY` asks the test for the key of the incident of a process instance, which no client call tells.
 */
public final class JavaClient {

  private static final BufferedReader ANSWERS = new BufferedReader(new InputStreamReader(System.in));
  private final ZeebeClient client;
  private Process work;

  private JavaClient(final ZeebeClient client) {
    this.client = client;
  }

  public static void main(final String[] args) throws Exception {
    final var builder = ZeebeClient.newClientBuilder().usePlaintext().grpcAddress(URI.create("http://" + args[0]));
    try (ZeebeClient client = builder.defaultRequestTimeout(Duration.ofSeconds(15)).build()) {
      final JavaClient program = new JavaClient(client);
      program.step("topology", program::topology);
      program.step("deploy", program::deploy);
      program.step("deploy again", program::deployAgain);
      program.step("deploy refused", program::deployRefused);
      program.step("create, activate, complete", program::complete);
      program.step("poll that waits", program::waitingPoll);
      program.step("fetch variables", program::fetchVariables);
      program.step("fail, resolve", program::failAndResolve);
      program.step("retries and timeout", program::retriesAndTimeout);
      program.step("throw error", program::throwError);
      program.step("set variables", program::setVariables);
      program.step("publish", program::publish);
      program.step("cancel", program::cancel);
      program.step("streamed", program::streamed);
      program.step("worker with result", program::workerWithResult);
      program.step("signal", program::signal);
      program.step("not found", program::notFound);
      program.step("tenants", program::tenants);
    }
  }

  private void step(final String name, final Callable<String> run) {
    String seen;
    try {
      seen = run.call();
    } catch (final ClientStatusException refused) {
      seen = refusal(refused);
    } catch (final Exception error) {
      seen = "error " + error;
    }
    System.out.println(name + "\t" + seen.replace("\n", " "));
  }

  private static String refusal(final ClientStatusException refused) {
    return refused.getStatusCode() + " " + refused.getStatus().getDescription();
  }

  private interface Call {
    void run() throws Exception;
  }

  private static String refusalOf(final Call call) throws Exception {
    try {
      call.run();
      return "taken";
    } catch (final ClientStatusException refused) {
      return refusal(refused);
    }
  }

  private String topology() {
    final var topology = client.newTopologyRequest().send().join();
    final PartitionInfo partition = topology.getBrokers().getFirst().getPartitions().getFirst();
    return String.join(" ", topology.getGatewayVersion(), topology.getClusterSize() + "",
        topology.getPartitionsCount() + "", topology.getReplicationFactor() + "",
        partition.getPartitionId() + "", partition.getRole() + "", partition.getHealth() + "");
  }

  /** Built once: the builder gives new ids to what has none, which would make another model of it. */
  private static final BpmnModelInstance WORK = workModel();

  private static BpmnModelInstance workModel() {
    return Bpmn.createExecutableProcess("work")
        .startEvent()
        .serviceTask("task", task -> task.zeebeJobType("work").zeebeJobRetries("3").zeebeTaskHeader("color", "red"))
        .endEvent("done")
        .moveToActivity("task")
        .boundaryEvent("caught", event -> event.error("E1"))
        .endEvent("failed")
        .done();
  }

  private static BpmnModelInstance waitingModel() {
    return Bpmn.createExecutableProcess("waiting")
        .startEvent()
        .intermediateCatchEvent("message")
        .message(message -> message.name("paid").zeebeCorrelationKeyExpression("order"))
        .serviceTask("after", task -> task.zeebeJobType("after"))
        .endEvent()
        .done();
  }

  private String deploy() {
    final DeploymentEvent event = client.newDeployResourceCommand()
        .addProcessModel(WORK, "work.bpmn")
        .addProcessModel(waitingModel(), "waiting.bpmn")
        .send().join();
    work = event.getProcesses().getFirst();
    return event.getTenantId() + " " + event.getProcesses().stream()
        .map(process -> process.getBpmnProcessId() + " v" + process.getVersion() + " " + process.getResourceName()
            + " " + process.getTenantId())
        .toList();
  }

  private String deployAgain() {
    final Process again = client.newDeployResourceCommand()
        .addProcessModel(WORK, "work.bpmn").send().join().getProcesses().getFirst();
    return "v" + again.getVersion() + " same key " + (again.getProcessDefinitionKey() == work.getProcessDefinitionKey());
  }

  private String deployRefused() throws Exception {
    final String said = refusalOf(() -> client.newDeployResourceCommand()
        .addResourceStringUtf8("no bpmn", "broken.bpmn").send().join());
    return said.split(" ")[0] + " " + said.contains("'broken.bpmn'");
  }

  private ProcessInstanceEvent create(final String processId, final Map<String, Object> variables) {
    return client.newCreateInstanceCommand().bpmnProcessId(processId).latestVersion().variables(variables).send().join();
  }

  private ActivatedJob activate(final String type) {
    final List<ActivatedJob> jobs = client.newActivateJobsCommand().jobType(type).maxJobsToActivate(1)
        .timeout(Duration.ofMinutes(5)).workerName("java").requestTimeout(Duration.ofSeconds(10)).send().join().getJobs();
    if (jobs.isEmpty()) throw new IllegalStateException("no job of type " + type);
    return jobs.getFirst();
  }

  private String complete() {
    final var created = client.newCreateInstanceCommand().processDefinitionKey(work.getProcessDefinitionKey())
        .variables(Map.of("a", 1)).send().join();
    final ActivatedJob job = activate("work");
    client.newCompleteCommand(job.getKey()).variables(Map.of("b", 2)).send().join();
    return String.join(" ", created.getBpmnProcessId(), "v" + created.getVersion(), created.getTenantId(),
        job.getElementId(), job.getWorker(), job.getRetries() + "", job.getCustomHeaders() + "", job.getVariables(),
        job.getTenantId(), "same instance " + (job.getProcessInstanceKey() == created.getProcessInstanceKey()));
  }

  private String waitingPoll() throws Exception {
    final var poll = client.newActivateJobsCommand().jobType("work").maxJobsToActivate(1)
        .requestTimeout(Duration.ofSeconds(10)).send();
    create("work", Map.of());
    final ActivatedJob job = poll.join().getJobs().getFirst();
    client.newCompleteCommand(job).send().join();
    return job.getElementId();
  }

  private String fetchVariables() {
    create("work", Map.of("a", 1, "b", 2));
    final ActivatedJob job = client.newActivateJobsCommand().jobType("work").maxJobsToActivate(1)
        .fetchVariables("b").requestTimeout(Duration.ofSeconds(10)).send().join().getJobs().getFirst();
    client.newCompleteCommand(job).send().join();
    return job.getVariables();
  }

  private String failAndResolve() throws Exception {
    final long instance = create("work", Map.of()).getProcessInstanceKey();
    client.newFailCommand(activate("work").getKey()).retries(1).errorMessage("once").send().join();
    final ActivatedJob again = activate("work");
    client.newFailCommand(again.getKey()).retries(0).errorMessage("twice").variables(Map.of("why", "x")).send().join();
    System.out.println("? incident " + instance);
    final long incident = Long.parseLong(ANSWERS.readLine());
    final String refused = refusalOf(() -> client.newResolveIncidentCommand(incident).send().join());
    client.newUpdateRetriesCommand(again.getKey()).retries(2).send().join();
    client.newResolveIncidentCommand(incident).send().join();
    final ActivatedJob last = activate("work");
    client.newCompleteCommand(last).send().join();
    return again.getRetries() + " " + refused.split(" ")[0] + " " + last.getRetries() + " " + last.getVariables();
  }

  private String retriesAndTimeout() throws Exception {
    create("work", Map.of());
    final ActivatedJob job = activate("work");
    client.newUpdateRetriesCommand(job.getKey()).retries(7).send().join();
    client.newUpdateTimeoutCommand(job.getKey()).timeout(Duration.ofMillis(1)).send().join();
    final ActivatedJob again = activate("work");
    client.newCompleteCommand(again).send().join();
    return again.getRetries() + " same job " + (again.getKey() == job.getKey());
  }

  private String throwError() {
    create("work", Map.of());
    client.newThrowErrorCommand(activate("work").getKey()).errorCode("E1").errorMessage("no").send().join();
    return "thrown";
  }

  private String setVariables() {
    final long instance = create("work", Map.of("a", 1)).getProcessInstanceKey();
    client.newSetVariablesCommand(instance).variables(Map.of("a", 5, "c", "x")).local(true).send().join();
    final ActivatedJob job = activate("work");
    client.newCompleteCommand(job).send().join();
    return job.getVariablesAsMap().get("a") + " " + job.getVariablesAsMap().get("c");
  }

  private String publish() throws Exception {
    create("waiting", Map.of("order", "o-1"));
    client.newPublishMessageCommand().messageName("paid").correlationKey("o-1").messageId("m-1")
        .timeToLive(Duration.ofMinutes(1)).variables(Map.of("sum", 12)).send().join();
    final ActivatedJob job = activate("after");
    client.newCompleteCommand(job).send().join();
    final String twice = refusalOf(() -> client.newPublishMessageCommand().messageName("paid").correlationKey("o-1")
        .messageId("m-1").send().join());
    return job.getVariablesAsMap().get("sum") + " " + twice.split(" ")[0];
  }

  private String cancel() throws Exception {
    final long instance = create("waiting", Map.of("order", "o-2")).getProcessInstanceKey();
    client.newCancelInstanceCommand(instance).send().join();
    return refusalOf(() -> client.newCancelInstanceCommand(instance).send().join()).split(" ")[0];
  }

  private String streamed() throws Exception {
    final BlockingQueue<ActivatedJob> jobs = new LinkedBlockingQueue<>();
    final var stream = client.newStreamJobsCommand().jobType("work").consumer(jobs::add)
        .timeout(Duration.ofMinutes(5)).workerName("streamer").send();
    for (int i = 0; i < 3; i++) create("work", Map.of("i", i));
    int sum = 0;
    for (int i = 0; i < 3; i++) {
      final ActivatedJob job = jobs.poll(10, TimeUnit.SECONDS);
      if (job == null) throw new IllegalStateException("no streamed job");
      sum += (int) job.getVariablesAsMap().get("i");
      client.newCompleteCommand(job).send().join();
    }
    stream.cancel(true);
    return "sum " + sum;
  }

  private String workerWithResult() throws Exception {
    final CountDownLatch handled = new CountDownLatch(20);
    try (JobWorker worker = client.newWorker().jobType("work").handler((jobs, job) -> {
      jobs.newCompleteCommand(job).variables(Map.of("double", 2 * (int) job.getVariablesAsMap().get("n"))).send().join();
      handled.countDown();
    }).streamEnabled(true).timeout(Duration.ofMinutes(1)).open()) {
      final var result = client.newCreateInstanceCommand().bpmnProcessId("work").latestVersion()
          .variables(Map.of("n", 21)).withResult().fetchVariables("double").send().join();
      for (int i = 1; i < 20; i++) create("work", Map.of("n", i));
      return result.getVariables() + " all handled " + handled.await(15, TimeUnit.SECONDS);
    }
  }

  private String signal() {
    final var answer = client.newBroadcastSignalCommand().signalName("alarm").variables(Map.of("a", 1)).send().join();
    return answer.getTenantId() + " " + (answer.getKey() > 0);
  }

  private String notFound() throws Exception {
    return String.join(" | ",
        refusalOf(() -> client.newCompleteCommand(2251799813685248L).send().join()),
        refusalOf(() -> client.newCreateInstanceCommand().bpmnProcessId("none").latestVersion().send().join()));
  }

  private String tenants() throws Exception {
    final var taken = client.newCreateInstanceCommand().bpmnProcessId("work").latestVersion().tenantId("<default>")
        .send().join();
    client.newCancelInstanceCommand(taken.getProcessInstanceKey()).send().join();
    return taken.getTenantId() + " | " + refusalOf(() -> client.newCreateInstanceCommand().bpmnProcessId("work")
        .latestVersion().tenantId("other").send().join());
  }
}
