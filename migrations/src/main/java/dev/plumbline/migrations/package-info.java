/** The database schema as migrations, and the one class that applies them. Knows SQL files and nothing of what is stored. */
@NullMarked
package dev.plumbline.migrations;

import org.jspecify.annotations.NullMarked;
