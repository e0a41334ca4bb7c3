namespace ComplianceRules.Spreadsheets.Tests.Contract;

/// <summary>One input that every source must cope with.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Document">Its records.</param>
internal sealed record HostileInput(string Name, MadeDocument Document);
