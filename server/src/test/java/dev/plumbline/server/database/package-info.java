@NullMarked
package dev.plumbline.server.database;

import org.jspecify.annotations.NullMarked;
