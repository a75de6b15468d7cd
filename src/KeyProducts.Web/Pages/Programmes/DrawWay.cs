namespace KeyProducts.Web.Pages.Programmes;

/// <summary>How a year assigns its judges.</summary>
public enum DrawWay
{
    /// <summary>Every judge scores what their part in the council covers.</summary>
    Scope,

    /// <summary>So many judges are drawn for each nomination.</summary>
    Drawn,
}
