namespace ComplianceRules.Interop;

/// <summary>A list that rules of a workflow go through.</summary>
/// <param name="Name">The list's name, such as <c>classes</c>.</param>
/// <param name="Row">What is read of each of its rows.</param>
public sealed record ExportedList(string Name, ExportedRow Row);
