namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>What one text of a column means.</summary>
/// <param name="Cell">The text.</param>
/// <param name="Text">The number or the option's key.</param>
/// <param name="IsNumber">Whether it is a number.</param>
/// <param name="IsGuess">Whether somebody should look at it.</param>
internal sealed record ProposedValue(string Cell, string Text, bool IsNumber, bool IsGuess);
