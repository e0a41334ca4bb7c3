using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>A row while its object is read: its keys may come in any order, so id and parent are known at the end only.</summary>
/// <param name="table">The table.</param>
/// <param name="row">The row, reserved.</param>
/// <param name="span">Where the row's object begins.</param>
/// <param name="marks">How many rows each table had before this row.</param>
internal sealed class JsonRowFrame(TableBuilder table, int row, SourceSpan span, int[] marks)
{
    public TableBuilder Table => table;

    public int Row => row;

    public SourceSpan Span { get; } = span;

    public int[] Marks => marks;

    /// <summary>The row above, as far as the nesting says; -1 where it does not.</summary>
    public int Parent { get; private set; } = -1;

    public string? Id { get; private set; }

    public SourceSpan IdSpan { get; private set; } = span;

    public string? ParentKey { get; private set; }

    public SourceSpan ParentSpan { get; private set; } = span;

    /// <summary>Whether a key tells that the object is a header, if it is no row.</summary>
    public bool IsHeader { get; private set; }

    public void TakeForHeader() => IsHeader = true;

    public void PutBelow(int parent) => Parent = parent;

    public void Identify(string? id, SourceSpan place) => (Id, IdSpan) = (id, place);

    public void NameParent(string? key, SourceSpan place) => (ParentKey, ParentSpan) = (key, place);
}
