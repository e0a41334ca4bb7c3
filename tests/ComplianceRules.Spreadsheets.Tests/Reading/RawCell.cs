namespace ComplianceRules.Spreadsheets.Tests.Reading;

/// <summary>A cell as a workbook has it, without its place.</summary>
/// <param name="Attributes">Its type and style.</param>
/// <param name="Inner">What is in it.</param>
internal sealed record RawCell(string Attributes, string Inner)
{
    public string At(string? place) => $"<c{(place is null ? string.Empty : $" r='{place}'")}{Attributes}>{Inner}</c>";
}
