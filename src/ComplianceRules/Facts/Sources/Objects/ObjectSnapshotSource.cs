using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>A snapshot of the caller's own objects.</summary>
/// <remarks>
/// A place is <c>name/class(7)</c>: the seventh object of classes that was added, nested ones counted as they come. A number that is none, a value outside its field's range
/// and a key that is not declared are unknown and listed; an object that is null, has no id or one that is taken, or lies below no row, is refused, as in every other source.
/// <see cref="SnapshotOptions.Encoding"/> does not apply.
/// </remarks>
public sealed class ObjectSnapshotSource : ISnapshotSource
{
    private readonly string _name;
    private readonly Action<SnapshotBuilder> _fill;

    /// <summary>Reads what a caller gives.</summary>
    /// <param name="name">The name shown in places.</param>
    /// <param name="fill">Adds the rows, those of parents first: once for each reading. What it throws is the caller's.</param>
    public ObjectSnapshotSource(string name, Action<SnapshotBuilder> fill)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(fill);
        _name = name;
        _fill = fill;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A shape names a table, a field or a list that the schema does not have, or a field as another type than it is.</exception>
    public Checked<Snapshot> Read(FactSchema schema, SnapshotOptions options, CancellationToken cancellation)
    {
        SnapshotBuilder builder = new(schema, options) { Name = _name, Cancellation = cancellation };
        cancellation.ThrowIfCancellationRequested();
        _fill(builder);
        return builder.Build();
    }
}
