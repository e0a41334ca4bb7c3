namespace ComplianceRules.Spreadsheets.Workbooks;

/// <summary>What may be typed into some cells, and what is said of it.</summary>
/// <param name="Kind">Of what kind it is.</param>
/// <param name="Cells">The cells, such as <c>C6:C5000</c>.</param>
/// <param name="First">The formula of the list, or of the lower end, included.</param>
/// <param name="Second">The formula of the upper end, included; null for a list.</param>
internal sealed record CellValidation(ValidationKind Kind, string Cells, string First, string? Second = null)
{
    public const int MostTitle = 32;
    public const int MostText = 255;

    /// <summary>The heading over both texts.</summary>
    public string Title { get; init => field = CutText.Of(value, MostTitle); } = string.Empty;

    /// <summary>What is shown beside the cell.</summary>
    public string Prompt { get; init => field = CutText.Of(value, MostText); } = string.Empty;

    /// <summary>What is shown where something else is typed.</summary>
    public string Error { get; init => field = CutText.Of(value, MostText); } = string.Empty;
}
