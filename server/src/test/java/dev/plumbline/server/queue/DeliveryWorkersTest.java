package dev.plumbline.server.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.database.TestDatabase;
import dev.plumbline.server.forges.SecretFile;
import dev.plumbline.server.project.Projects;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryWorkersTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LinkedBlockingQueue<Delivery> arrived = new LinkedBlockingQueue<>();
    private Database database;
    private Deliveries deliveries;
    private long project;

    @BeforeEach
    void open() {
        database = TestDatabase.open();
        deliveries = new Deliveries(database);
        project = new Projects(database).create("acme", "Acme", "main", true).id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsAskedForArrivesOnce() throws InterruptedException {
        try (DeliveryWorkers workers = workers(delivery -> DeliveryOutcome.delivered("posted", 201))) {
            deliveries.ask(project, "letter", "7", "Ada", Map.of());
            workers.wake();

            assertThat(arrived.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
        assertThat(arrived).isEmpty();
        assertThat(entry().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(meters.find("plumbline.delivery").tag("outcome", "delivered").timer())
                .isNotNull();
    }

    @Test
    void anExceptionIsAFailureThatNamesWhereTheLogHasIt() throws InterruptedException {
        try (DeliveryWorkers workers = workers(delivery -> {
            throw new IllegalStateException("a secret");
        })) {
            deliveries.ask(project, "letter", "7", "Ada", Map.of());
            workers.wake();

            assertThat(arrived.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
        assertThat(entry().state()).isEqualTo(DeliveryState.WAITING);
        assertThat(entry().lastError()).contains("reference").doesNotContain("secret");
    }

    @Test
    void aCredentialThatIsNotThereIsForAPersonToMend() throws InterruptedException {
        try (DeliveryWorkers workers = workers(
                delivery -> DeliveryOutcome.delivered(new SecretFile(Path.of("nowhere", "token")).read(), 200))) {
            deliveries.ask(project, "letter", "7", "Ada", Map.of());
            workers.wake();

            assertThat(arrived.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
        assertThat(entry().state()).isEqualTo(DeliveryState.DEAD);
        assertThat(entry().lastError())
                .isEqualTo("Nothing was sent: the file token doesn't exist: put the secret there; then try again.");
    }

    private DeliveryWorkers workers(Function<Delivery, DeliveryOutcome> work) {
        DeliveryHandler handler = new DeliveryHandler() {
            @Override
            public String kind() {
                return "letter";
            }

            @Override
            public DeliveryOutcome deliver(Delivery delivery) {
                arrived.add(delivery);
                return work.apply(delivery);
            }
        };
        DeliveryWorkers workers = new DeliveryWorkers(deliveries, List.of(handler), meters);
        workers.start(2);
        return workers;
    }

    private DeliveryLog.Entry entry() {
        return new DeliveryLog(database)
                .entries(project, Optional.empty(), Optional.empty(), new PageOf(0, 10))
                .getFirst();
    }
}
