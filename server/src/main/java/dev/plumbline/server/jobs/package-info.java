/** The work behind the requests: workers that take jobs from the store, and the decisions that judging a run needs. */
@NullMarked
package dev.plumbline.server.jobs;

import org.jspecify.annotations.NullMarked;
