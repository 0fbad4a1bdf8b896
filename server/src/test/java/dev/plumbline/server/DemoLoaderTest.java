package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.api.Stores;
import dev.plumbline.server.project.Project;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DemoLoaderTest {

    @RegisterExtension
    static final TestServer server = TestServer.standard();

    @Test
    void takesInTheRecordedHistoryOnceAndInItsOrder() throws IOException {
        DemoHistory history = DemoHistory.load().orElseThrow();
        Stores stores = server.application().stores();
        DemoLoader loader = new DemoLoader(stores.projects(), stores.runs(), stores.ingest());
        Project project = loader.project(history);

        assertThat(loader.load(project, history)).isEqualTo(history.runs().size());
        assertThat(loader.load(project, history)).isZero();

        assertThat(loader.project(history).id()).isEqualTo(project.id());
        assertThat(server.count("select count(*) from run where project_id = " + project.id()))
                .isEqualTo(history.runs().size());
        // A run whose commit has an earlier place on the branch than the run before it would be out of order.
        assertThat(server.count("""
                        select count(*)
                        from (
                            select position - lag(position) over (order by run_id) as step
                            from run join branch_commit using (project_id, branch_id, sha)
                            where project_id = %d) as steps
                        where step < 0
                        """.formatted(project.id()))).isZero();
    }
}
