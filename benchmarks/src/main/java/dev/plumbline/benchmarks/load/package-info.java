/** Load runs against a real server process and a real PostgreSQL, each with its reference in the same run. */
@NullMarked
package dev.plumbline.benchmarks.load;

import org.jspecify.annotations.NullMarked;
