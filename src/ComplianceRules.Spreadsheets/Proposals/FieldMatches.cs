using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>What the columns of a sheet were taken for.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Taken">The columns that are fields.</param>
/// <param name="Refused">Columns whose cells do not fit the field that their header means.</param>
/// <param name="Unclear">Columns without a field, with the fields that come nearest.</param>
internal sealed record FieldMatches(
    ImmutableArray<FieldMatch> Taken,
    ImmutableArray<FieldMatch> Refused,
    ImmutableArray<(SampleColumn Column, ImmutableArray<FieldCandidate> Nearest)> Unclear);
