namespace KeyProducts.Web.Pages.Account;

/// <summary>Where somebody is led whose role asks for a second factor that is not set up yet.</summary>
public sealed class SecondFactorModel : AppPage;
