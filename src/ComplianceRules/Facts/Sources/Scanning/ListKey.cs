namespace ComplianceRules.Facts;

/// <summary>A list of rows straight below the row.</summary>
/// <param name="name">The key.</param>
/// <param name="table">The rows of the list.</param>
internal sealed class ListKey(string name, TableBuilder table) : RowKey(name)
{
    public override RowKeyRole Role => RowKeyRole.List;

    /// <summary>The rows of the list.</summary>
    public TableBuilder Table => table;

    public override int Read(ref byte at, OpenRow row) => JsonText.Null(ref at);
}
