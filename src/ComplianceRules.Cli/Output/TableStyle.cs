namespace ComplianceRules.Cli.Output;

/// <summary>How a table is to look.</summary>
/// <param name="Width">The columns of a line.</param>
/// <param name="Colours">Whether colours can be shown.</param>
/// <param name="ListsAll">Whether every row is listed, and not only the first of each rule.</param>
internal sealed record TableStyle(int Width, bool Colours, bool ListsAll);
