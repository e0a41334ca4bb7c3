using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Makes a snapshot of one school.</summary>
internal static class SchoolRows
{
    /// <summary>Throws where a shape makes rows of another table.</summary>
    /// <param name="shape">The shape.</param>
    /// <exception cref="ArgumentException">It does.</exception>
    public static void Check<T>(RowShape<T> shape)
    {
        if (shape.Table != BaseTables.School) throw new ArgumentException($"the shape makes rows of `{shape.Table}`, not of `{BaseTables.School}`", nameof(shape));
    }

    /// <summary>Reads a school with all that lies below it.</summary>
    /// <param name="school">The school.</param>
    /// <param name="shape">How it becomes rows.</param>
    /// <param name="schema">The tables and fields that facts can have.</param>
    /// <param name="options">How to read.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static Checked<Snapshot> Read<T>(T school, RowShape<T> shape, FactSchema schema, SnapshotOptions options, CancellationToken cancellation)
    {
        Check(shape);
        SnapshotBuilder builder = new(schema, options) { Cancellation = cancellation };
        builder.AddRows(shape, [school]);
        return builder.Build();
    }
}
