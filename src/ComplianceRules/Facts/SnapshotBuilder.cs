using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Gathers rows from a source and makes the snapshot of them.</summary>
/// <remarks>For one thread; used once.</remarks>
public sealed class SnapshotBuilder
{
    /// <summary>Begins an empty snapshot.</summary>
    /// <param name="schema">The tables and fields that facts can have.</param>
    /// <param name="options">How to read.</param>
    public SnapshotBuilder(FactSchema schema, SnapshotOptions options) => throw new NotImplementedException();

    /// <summary>Says what day the facts are of and what the snapshot is called.</summary>
    /// <param name="date">The day; null where the data does not say.</param>
    /// <param name="title">The title; null where there is none.</param>
    public void Describe(DateOnly? date, string? title) => throw new NotImplementedException();

    /// <summary>Says that every school of a region is in the snapshot.</summary>
    /// <param name="code">The region.</param>
    public void Cover(RegionCode code) => throw new NotImplementedException();

    /// <summary>The rows of a table.</summary>
    /// <param name="name">A table of the schema.</param>
    public TableBuilder Table(string name) => throw new NotImplementedException();

    /// <summary>The row of a region, made with all rows above it where it is not there yet.</summary>
    /// <param name="code">The region.</param>
    public int Region(RegionCode code) => throw new NotImplementedException();

    /// <summary>Names the template packs that the data wants for a school.</summary>
    /// <param name="school">The school's row.</param>
    /// <param name="packs">The packs' ids.</param>
    public void NamePacks(int school, ImmutableArray<string> packs) => throw new NotImplementedException();

    /// <summary>Counts a record that the mapping leaves out.</summary>
    public void CountFiltered() => throw new NotImplementedException();

    /// <summary>Lists a record that cannot be used: skipped where the caller asked for that, else the snapshot is refused.</summary>
    /// <param name="problem">What is wrong with it and where it stands; an error.</param>
    /// <returns>Whether reading may go on.</returns>
    public bool Refuse(Diagnostic problem) => throw new NotImplementedException();

    /// <summary>Lists a cell or a name that cannot be used; the rest of its record is.</summary>
    /// <param name="problem">What is wrong with it and where it stands; a warning.</param>
    public void Report(Diagnostic problem) => throw new NotImplementedException();

    /// <summary>Makes the snapshot: rows sorted below their parents, region rows and year groups made, child lists reported or not.</summary>
    public Checked<Snapshot> Build() => throw new NotImplementedException();
}
