@NullMarked
package dev.plumbline.server.ingest;

import org.jspecify.annotations.NullMarked;
