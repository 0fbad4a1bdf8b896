/** PostgreSQL: the pool of connections, transactions, and the embedded server. */
@NullMarked
package dev.plumbline.server.database;

import org.jspecify.annotations.NullMarked;
